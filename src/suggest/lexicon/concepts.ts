/**
 * What fields of policy are spoken of with, so that a topic that has only a name can be proposed from
 * the first article on. Written by hand for this project. `*` ends a stem; `strong` words name the
 * field wherever they stand, `weak` ones only suggest it.
 */
export interface Concept {
  /** Names of topics that mean this field, in lower case. */
  readonly names: string;
  readonly strong: string;
  readonly weak: string;
}

/** Entries are separated by commas, as some are of several words. */
export const concepts: readonly Concept[] = [
  {
    names: "tariffs, tariff, duties, customs duties, customs",
    strong:
      "tariff*, duty, duties, surcharge*, levy, levies, levied, countervailing, anti-dumping, antidumping, protectionis*, import tax*, border tax*, retaliat*",
    weak: "steel, aluminium, aluminum, exemption*, customs, importer*",
  },
  {
    names: "trade, international trade, commerce, exports, imports",
    strong:
      "trade, trading, trader*, export*, import, imports, imported, importing, importer*, market access, free trade, supply chain*, merchandise, wto, world trade organization, customs union, commerce, e-commerce, trade pact, single market, most-favoured*, protectionis*, invest and do business",
    weak: "market*, goods, freight, turnover, shipment*, customs clearance, quota*, buyers, growers, enterprises, businesses, investment, container*, duties, tariff*, negotiat*, wholesale*, corridor, cargo",
  },
  {
    names: "sanctions, sanction, restrictive measures, embargo",
    strong:
      "sanction*, restrictive measures, blacklist*, embargo*, asset freeze*, frozen assets, secondary sanctions, price cap, delist*, shadow fleet, travel ban*",
    weak: "freeze, restrictions, designat*, oligarch*, evasion, tanker*, listed, circumvent*",
  },
  {
    names: "counterterrorism, terrorism, counter-terrorism, terror",
    strong:
      "terror*, counterterror*, counter-terror*, jihad*, extremis*, militant*, insurgen*, suicide bomb*, bomb, bombs, bomber*, bombing*, islamic state, qaeda, al-qaeda, radicali*, hostage*, boko haram",
    weak: "attack*, blast*, explosion*, explosive*, gunm*, assailant*, victim*, suspects, cell, faction, device, threat*, detonat*",
  },
  {
    names: "border security, borders, border, border control",
    strong:
      "border*, frontier*, smuggl*, contraband, checkpoint*, crossing point*, coast guard, coastguard, patrol*, watchtower*, fence*, border post",
    weak: "crossing*, guards, guard, customs, troops, convoy*, drones, wall, trucks, traffick*, joint patrol, readmission",
  },
  {
    names: "energy, power, electricity, oil and gas, energy policy",
    strong:
      "energy, gas, oil, pipeline*, electric*, megawatt*, gigawatt*, kilowatt*, power plant*, power station*, grid, solar, wind farm*, wind plant*, nuclear, reactor*, coal, diesel, petrol*, gasoline, lng, fuel*, refiner*, hydropower, hydro*, interconnector*, turbine*, blackout*, outage*, battery, batteries, uranium, biofuel*, crude, barrels, transformer*, drill*, licences, offshore",
    weak: "power, plant*, dam, dams, network, cable*, rig*, generation, heating, storage, wind, wells, renewable*, voltage, substation*, supply, output, operator, shelf",
  },
  {
    names: "climate, climate change, environment, global warming",
    strong:
      "climate, carbon, emission*, drought*, warming, methane, net-zero, net zero, greenhouse, co2, haze, flood*, heatwave*, heat wave*, glacier*, sea level*, deforestation, loss-and-damage, polluter*, flaring, decarboni*, wildfire*, rainforest*, ozone",
    weak: "rain, rains, heat, pollution, renewable*, green transformation, green, tonnes, target, hotter, dry, weather, degree*, temperature*, summers, coal, forest*, fires, smoke, ice, storm*",
  },
  {
    names: "migration, immigration, migrants, refugees, asylum",
    strong:
      "migra*, immigra*, emigra*, asylum*, refugee*, deport*, displaced, displacement, visa, visas, traffick*, undocumented, resettle*, repatriat*, readmission, citizenship, border crossing*, residence permit*, residence rules, work permit*, guest worker*",
    weak: "boat*, crossing*, camp, camps, newcomers, residence, flights, reception cent*, passport*, arrivals, smuggl*, settlement, seasonal worker*, expel*, detain*, turned back, papers",
  },
  {
    names: "human rights, rights, civil liberties, civil rights",
    strong:
      "human rights, tortur*, rights, detain*, detention, detainee*, prisoner*, political prisoner*, forced labour, forced labor, abuse*, abused, free speech, freedom*, dissident*, repression, censor*, discriminat*, executions, disappear*, persecut*, ombudsman, dignified, dignity, slavery, humane, amnesty, due process",
    weak: "prison*, jail*, lawyer*, hearing, trial, arrest*, victims, protest*, violence, beat*, beaten, journalists, women, minorities, children, testimon*, privacy",
  },
  {
    names: "technology, tech, digital, ai, artificial intelligence, cyber",
    strong:
      "technolog*, chip, chips, semiconductor*, processor*, software, hardware, digital, data, satellite*, drone*, robot*, camera*, artificial intelligence, algorithm*, cyber*, biometric*, internet, online, surveillance, app, apps, 5g, quantum, e-commerce, programmer*, data centre*, data center*, ai, computer*, smartphone*, telegram, hack*, encrypt*, startup*, facial recognition, sensors, machine learning, autonomous",
    weak: "system*, engineer*, network*, innovation, platform*, device*, machine*, innovat*, code, server*, patent*, labs, laboratory, research, export controls, battery",
  },
  {
    names: "elections, election, voting, polls, campaign, politics, parties",
    strong:
      "election*, electoral, vote, votes, voted, voter*, voting, ballot*, candidate*, poll, polls, polling, campaign*, primary, runoff, turnout, nominee, nomination, caucus*, incumbent*, swing state*, constituency",
    weak: "party, democrat*, republican*, conservative*, governor, mayor, seat*, rally, supporters, race, endorse*, opponent*, majority, coalition",
  },
  {
    names: "courts, law, justice, judiciary, legal",
    strong:
      "court*, judge*, justice*, ruling*, lawsuit*, appeal*, trial*, verdict*, jury, jurors, prosecutor*, defendant*, attorney*, plaintiff*, constitutional, injunction*, sentenc*, convict*, indict*, sue, sued, suing, testif*",
    weak: "law, laws, legal, case, evidence, lawyer*, counsel, guilty, charge*, judgment, witness*, hearing",
  },
  {
    names: "health, healthcare, health care, medicine, public health, vaccines",
    strong:
      "health*, hospital*, doctor*, nurse*, patient*, vaccin*, disease*, virus, pandemic, epidemic, infection*, medic*, clinic*, clinical, drug prices, insulin, cancer, maternity, surgeon*, physician*, symptom*, outbreak*",
    weak: "insurance, care, treatment, beds, ward*, deaths, pharmac*, medicaid, medicare, therapy, dose*",
  },
  {
    names: "crime, police, policing, law enforcement, public safety, guns",
    strong:
      "police, officer*, crime*, criminal*, arrest*, murder*, shooting*, shot, homicide*, gang*, burglar*, robber*, detective*, sheriff*, gun*, firearm*, stabb*, assault*, theft*, stolen, suspect*",
    weak: "investigat*, victim*, custody, patrol*, weapon*, violence, charges, evidence",
  },
  {
    names: "budget, taxes, public spending, fiscal policy, finance, debt, spending",
    strong:
      "budget*, tax, taxes, taxation, taxpayer*, deficit*, fiscal, spending, debt*, borrow*, treasury, bonds, revenue*, austerity",
    weak: "billion, million, cost*, cuts, money, fund*, payment*, rates, finance*, grant*",
  },
  {
    names: "economy, economic policy, inflation, interest rates, monetary policy, prices, business",
    strong:
      "econom*, inflation, interest rate*, central bank*, gdp, recession, growth, price*, profit*, shareholder*, earnings, investor*, wages, consumer*, monetary, stocks, shares, merger*",
    weak: "rate, rates, bank*, market*, sales, quarter, company, companies, demand, costs, jobs",
  },
  {
    names: "jobs, labour, labor, employment, wages, strikes, unions, workers",
    strong:
      "job, jobs, worker*, wage*, union*, strike*, employ*, unemploy*, labour, labor, layoff*, redundanc*, pay rise*, overtime, picket*, workplace*, salary, salaries",
    weak: "pay, contract*, hours, staff, factory, plant, shift*",
  },
  {
    names: "education, schools, universities, school",
    strong:
      "school*, teacher*, student*, education*, universit*, college*, pupil*, classroom*, curriculum, tuition, campus*, exam*, literacy, kindergarten*",
    weak: "children, parents, training, class*, degree*, learn*",
  },
  {
    names: "defence, defense, military, security, war, armed forces, ceasefire",
    strong:
      "military, defence, defense, army, navy, naval, troops, soldier*, missile*, war, wars, weapon*, airstrike*, ceasefire, nato, artillery, tank*, warship*, warplane*, invasion, battalion*, peacekeep*, offensive, armed forces",
    weak: "attack*, security, front, fighting, drones, shell*, force*, truce, strategic, deterren*",
  },
  {
    names: "housing, homes, rent",
    strong:
      "housing, home, homes, house, houses, rent, rents, tenant*, landlord*, mortgage*, apartment*, evict*, homeless*, affordable, zoning",
    weak: "building*, neighbourhood*, neighborhood*, property, developer*, flats",
  },
  {
    names: "transport, transportation, infrastructure, roads, rail, aviation, shipping, ports",
    strong:
      "transport*, rail*, train*, road*, highway*, airport*, airline*, flight*, bus, buses, port, ports, ship*, bridge*, traffic, tunnel*, aviation, metro, tram*, ferry, ferries, freight, locomotive*",
    weak: "passenger*, driver*, route*, station*, vehicle*, cargo, corridor*, infrastructure, commuters",
  },
  {
    names: "agriculture, farming, food, fisheries, fishing",
    strong:
      "farm*, agricultur*, crop*, harvest*, grain*, wheat, maize, livestock, cattle, fish*, fertili*, dairy, food, irrigat*, orchard*, vineyard*, herd*, pesticide*",
    weak: "land, rural, seed*, growers, plough*, soil, market*, rice, milk, meat",
  },
  {
    names: "water, drinking water, irrigation",
    strong:
      "water*, river*, reservoir*, dam, dams, irrigat*, aquifer*, groundwater, well, wells, sewage, drought*, flood*, drinking water, desalinat*",
    weak: "rain*, pump*, pipe*, lake, sea, dry",
  },
  {
    names:
      "diplomacy, foreign policy, foreign affairs, bilateral relations, international relations",
    strong:
      "diplomat*, diplomacy, bilateral, ambassador*, embassy, foreign minister*, foreign policy, relations, partnership, treaty, summit, consensus, multilateral, united nations, two countries, friendship, cooperation, solidarity, consulate*",
    weak: "visit*, talks, agreement, two sides, exchange*, strategic, regional, mutual, leaders, dialogue",
  },
  {
    names: "corruption, fraud, transparency, ethics, scandal",
    strong:
      "corrupt*, brib*, fraud*, embezzl*, kickback*, launder*, graft, conflict of interest, ethics, scandal*, transparen*, nepotism, whistleblower*",
    weak: "inquiry, probe, audit*, contract*, funds, donation*, records, disclos*",
  },
  {
    names: "media, press, press freedom, journalism",
    strong:
      "media, press, journalis*, newspaper*, broadcast*, television, editor*, newsroom*, reporter*, censorship, social media",
    weak: "coverage, story, stories, interview*, audience*, publish*",
  },
];
