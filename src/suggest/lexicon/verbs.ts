/**
 * Verbs of English news, those that attribute apart. Which words are listed: those that `corpus/` uses
 * as verbs at least four times, found with Princeton WordNet's list of verbs; inflected by rule, with
 * the irregular forms below.
 */

/** Seldom anything but verbs. */
const verbs = `
  abandon abide abolish abstain accept accompany accord accuse acknowledge acquit add adjourn
  adjust admire admit adopt advertise advise affect affirm afford agree allege allow alter amend
  announce apologise apologize appear applaud apply appoint appreciate approve argue arise arrange
  arrive ask assemble assert assign assume assure attach attend attract attribute authorize avoid
   bear beat become beg begin behave believe belong bind blame boast bore borrow bother brag
  breathe bring bristle brush build burn bury buy calculate cancel capture carry catch celebrate
  certify choose circulate cite climb collect comb come commend commit compare compete complain
  complicate comply conceal concede concentrate conclude condemn confess confine confirm
  congratulate connect consider consist consult consume contain contend continue contradict
  contribute convene convey convict convince cool cooperate coordinate cope cover create criticise
  criticize cry decide declare deepen defend defer define defy delete deliver denounce deny depart
  depend deplore deploy deport deride describe deserve destroy detain determine develop devote die
  differ dig disagree disappear disapprove disclose discourage discover discuss disguise dismantle
  dismiss disown displace disrupt dissolve distract distribute divert divide do dominate donate
   drag draw dredge drown earn ease eat elect elevate eliminate embrace emerge emphasize
  employ enact encourage endorse enforce engage enjoy enrich enrol enroll enter entitle erase
  escape escort establish examine exceed exclude exist expand expect expel expire explain express
  extend fade fail faint feel fill find finish fix flee float fly focus fold follow forbid foresee
  forge forget forgive found frighten garland gather get give go govern greet grieve groan grow
  guess hail halve handle hang happen hate haul have heap hear help highlight hire hit hold hop
  hope hull hurt identify ignore imagine impose impress improve inaugurate include indicate indict
  inflict inform inherit injure inquire insist inspect instruct intend interrupt intervene
  introduce invent invest investigate invite involve join justify keep kill knock know lament lay
  lean learn leave lend let lie  liken listen locate look loosen lose maintain make manage
  manufacture marry mean meet mention merge mislead misread miss mount move need negotiate
  nominate notify obey oblige observe obtain occupy occur operate oppose organize outlaw outnumber
  overdose oversee overtake overturn overwhelm owe pass pay peg perform persuade pick pierce play
  plead portray pose postpone pounce pour pray predict prefer prepare prescribe preside prevent
  produce promote prompt propose prosecute protect prove provide publish pull punish push put
  qualify quip quit raise ratify reach react read reaffirm reassign rebuild recall receive recite
  reckon recognise recognize recommend reconsider recover recycle redesign reduce refer reflect
  refuse reimburse reiterate reject relate relieve relocate rely remain remember remind remove
  renegotiate renew reopen repay repeat replace represent require resent resign resist resolve
  respond restart restore restrict resume retaliate retract reunite reveal reverse revise revive
  rewrite ridicule rob rotate run satisfy save say scoff see seek seem seize sell send serve set
  settle shake shoot shorten shout shrink shrug shut simplify sing skip soar soften solve spar
  speak speculate spell spend stand stay steal sting stoke strand strengthen submit succeed sue
  suffer suggest summon suppose survive suspend sustain swear sweep swim tackle take teach
  televise tell tend testify think threaten throw tick tie tighten translate treat triple try turn
  underline understand undertake undo unite unleash unload unveil uphold urge vanish vary verify
  violate wade wait waive walk wander want warn watch waver weaken wear weep weigh win wipe
  withdraw withhold wonder wrap write yell`;

/** Nouns or adjectives as often: *vote*, *plans*. */
const verbsAndNouns = `
  abuse act address advance age aim air alarm ally amount anger answer appeal approach arrest
  associate attack audit award balance ban bar base bed bend benefit bet bid black blast block
  blow boo book bow bowl boycott break brief broadcast broker call cap care cast cause caution
  cease chair challenge change chant charge check cheer circle claim clash clean clear clip close
  coal collapse combine command comment commission complete concern conduct contact control cook
  copy correct cost count counter court crash credit cross cut damage dance date deal debate
  decline defeat delay demand design direct discipline dispatch dispute dissent document dot
  double doubt draft drain dress drill drink drive drop dry echo empty end estimate exchange
  exempt exercise export expose face fall fare fault favor favour fear feed fight figure file film
  finance fine fire fit flag flood flow force forecast form frame free freeze fuel fund gain grant
  guarantee guard halt hammer hand harm head headline hedge hide hint honk honor host hunt import
  increase influence insult interview issue jail jam joke judge jump label lack land lapse laugh
  launch lead leak license lift light limit link list live load lobby lock love lower lunch mail
  map march mark match matter measure milk mind mock moderate monitor name narrow nod note notice
  object offer open order outline own pack paint panic park patrol pause permit photograph pin
  place plan plant pledge point police poll pool post power practice praise present press pressure
  print process project promise protest pump purge quarrel question quote rail rain range rank
  rate record recount recruit refund regard register regret release remark rent repair repeal
  reply report request reserve respect rest retire return review rid ride rig right ring rise roll
  root ruin rule rush rust sail sanction schedule scramble scrap seal search secure sentence share
  shed shelter shield shift ship shore show sign silence single sink sit sleep slide slip slow
  smell smile sort sound spare speed split sponsor spread spring spy stack stage stake stall stamp
  start steer step stick stir stop store stream stress stretch strike strip struggle study
  subpoena supply support surface surprise surrender surround suspect swamp switch talk tap tape
  target tear test thank tip title touch tour trace trade trail train transfer travel trim trust
  tweet type upset use value vet veto view visit voice volunteer vote vow ward wash waste wave
  welcome whip wind wish work worry wound`;

/** Base form, past tense and participle where rules do not make them. */
const irregular = `arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|
  begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|
  blow blew blown|break broke broken|breed bred bred|bring brought brought|build built built|burn burnt burnt|
  burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung|
  come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done|
  draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|
  feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden|
  forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|
  freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground|grow grew grown|
  hang hung hung|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|
  kneel knelt knelt|know knew known|lay laid laid|lead led led|lean leant leant|leap leapt leapt|
  learn learnt learnt|leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|
  make made made|mean meant meant|meet met met|mislead misled misled|overcome overcame overcome|
  overtake overtook overtaken|pay paid paid|prove proved proven|put put put|quit quit quit|read read read|
  rebuild rebuilt rebuilt|rid rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|
  say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|sew sewed sewn|
  shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|
  shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|
  speak spoke spoken|speed sped sped|spend spent spent|spin spun spun|split split split|spread spread spread|
  spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|
  strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|
  swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|
  throw threw thrown|tread trod trodden|undergo underwent undergone|understand understood understood|
  undertake undertook undertaken|undo undid undone|uphold upheld upheld|wake woke woken|wear wore worn|
  weave wove woven|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|
  withhold withheld withheld|write wrote written`;

/** What an inflected form can be. */
export interface VerbReading {
  readonly form: "base" | "third" | "past" | "participle" | "ing";
  /** Whether it is a noun or an adjective as often. */
  readonly noun: boolean;
}

function inflected(): ReadonlyMap<string, VerbReading> {
  const all = new Map<string, VerbReading>();
  const add = (word: string, form: VerbReading["form"], noun: boolean) => {
    if (!all.has(word)) all.set(word, { form, noun });
  };
  const special = new Map(
    irregular.split("|").map((line): [string, string[]] => {
      const [base = "", ...forms] = line.trim().split(" ");
      return [base, forms];
    }),
  );
  const list = (text: string) => text.trim().split(/\s+/u);
  const nouns = new Set(list(verbsAndNouns));
  for (const base of new Set([...list(verbs), ...nouns, ...special.keys()])) {
    const noun = nouns.has(base);
    const past = special.get(base);
    const stem = /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}i` : base;
    const doubled = /^(?:[^aeiou]*[aeiou][bdgklmnprt]|.*(?:mit|fer|pel|cur|net))$/u.test(base)
      ? base + base.slice(-1)
      : base;
    add(base, "base", noun);
    if (past) {
      add(past[0] ?? "", past[0] === base ? "base" : "past", noun);
      add(past[1] ?? "", past[1] === past[0] ? "past" : "participle", false);
    }
    for (const one of new Set([base, doubled])) {
      const ed = /[^aeiou]y$/u.test(one)
        ? `${one.slice(0, -1)}ied`
        : one.endsWith("e")
          ? `${one}d`
          : `${one}ed`;
      if (!past) add(ed, "past", false);
      add(/[^eoy]e$/u.test(one) ? `${one.slice(0, -1)}ing` : `${one}ing`, "ing", false);
    }
    add(
      /(?:s|sh|ch|x|z|o)$/u.test(stem) || stem !== base ? `${stem}es` : `${stem}s`,
      "third",
      noun,
    );
  }
  return all;
}

/** Inflected form, in lower case, to what it can be. */
export const verbForms: ReadonlyMap<string, VerbReading> = inflected();
