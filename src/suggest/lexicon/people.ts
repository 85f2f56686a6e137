/**
 * Words that tell people and bodies from other things. Written by hand for this project from general
 * knowledge; first names are common ones of many countries, with the gender they are mostly given to.
 */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Titles before a name that tell a gender. */
export const maleTitles = list(
  "mr mr. sir lord king prince pope father brother shri sheikh herr monsieur señor baron duke count emperor",
);
export const femaleTitles = list(
  "mrs mrs. ms ms. miss madam madame lady queen princess dame sister smt frau señora baroness duchess countess mother mlle mme",
);

/** Titles and roles that stand straight before a name: *Foreign Minister* Wu Ping. */
export const titles = list(
  `dr dr. prof prof. professor sen sen. senator rep rep. representative gov gov. govs. sens. reps. drs. messrs. governor president premier
  chancellor minister secretary chairman chairwoman chair chairperson speaker judge justice general gen. gen
  colonel col. col lieutenant lt. lt major maj. captain capt. capt sergeant sgt. commander cmdr. admiral adm.
  ambassador commissioner inspector chief director mayor councillor councilor councilman councilwoman
  congressman congresswoman alderman assemblyman assemblywoman delegate deputy vice first prime foreign
  interior defense defence finance trade energy state attorney spokesman spokeswoman spokesperson
  envoy consul emir sultan ayatollah imam rabbi reverend rev. rev bishop archbishop cardinal monsignor
  superintendent supt. detective constable sheriff marshal officer coach manager ceo cfo founder
  economist analyst activist lawyer barrister author candidate nominee leader whip strategist pollster
  aide adviser advisor counsel solicitor prosecutor mp senatorial hon. cabinet under-secretary
  undersecretary permanent acting former then-president ex-president fellow researcher scientist doctor
  nurse farmer teacher student undersecretary-general secretary-general vice-president co-chair
  co-founder headteacher principal vicar pastor chaplain moderator mr mr. mrs mrs. ms ms. miss sir lord lady dame
  king queen prince princess pope shri smt sheikh madam madame herr frau`,
);

/** Nouns of people by what they do or are: *the minister*, *a spokesman*. */
export const roleNouns = list(
  `minister president premier chancellor secretary senator representative congressman congresswoman governor
  mayor chairman chairwoman chair chairperson chief director head leader official officials officer officers
  spokesman spokeswoman spokesperson ambassador envoy diplomat diplomats negotiator negotiators delegate
  delegates lawmaker lawmakers legislator legislators judge justice prosecutor prosecutors lawyer lawyers
  attorney barrister counsel witness witnesses general colonel commander captain soldier soldiers police
  policeman analyst analysts economist economists expert experts researcher researchers scientist scientists
  professor doctor doctors nurse teacher teachers student students farmer farmers resident residents
  neighbour neighbours neighbor neighbors critic critics supporter supporters opponent opponents activist
  activists campaigner campaigners candidate candidates nominee aide aides adviser advisers advisor advisors
  strategist consultant pollster author authors writer reporter reporters journalist journalists editor
  executive executives manager ceo founder owner owners chairperson investor investors trader traders union
  unions worker workers employee employees voter voters democrat democrats republican republicans
  conservative conservatives liberal liberals organizer organizers organiser organisers volunteer volunteers
  mother father son daughter husband wife brother sister widow uncle aunt parent parents family friend
  friends colleague colleagues man woman men women boy girl people person source sources host guest
  counterpart counterparts side sides parties party interlocutor interlocutors ministers leaders presidents
  ombudsman inspector commissioner councillor councilor superintendent sheriff coroner engineer engineers
  pilot driver drivers skipper fisherman fishermen shopkeeper owner tenant tenants landlord landlords vicar
  priest bishop archbishop pope imam rabbi pastor moderator speaker member members billionaire businessman
  businesswoman mogul celebrity actor actress singer coach player cs premier monarch king queen prince`,
);

/** Nouns of bodies: *the ministry*, *the company*. */
export const bodyNouns = list(
  `ministry government department agency administration office committee council commission board court
  parliament congress senate house assembly cabinet party campaign company firm corporation group
  organisation organization association union federation league institute university college school bank
  fund foundation charity network coalition alliance army navy police force guard bureau authority service
  embassy consulate mission delegation secretariat presidency kremlin palace pentagon newspaper paper
  channel station magazine website airline operator regulator watchdog think-tank hospital church
  statement report study survey poll letter memo document documents filing complaint lawsuit indictment
  communiqué communique release figures data analysis review audit notice ruling email emails post account
  spokesman's team city county state nation country bloc kingdom republic emirate island press wire
  corp corp. inc inc. ltd ltd. plc co co. llc gmbh society trust centre center club chamber tribunal
  laboratory observatory museum transcript briefing readout bulletin hotel tower towers resort casino
  train airport stadium square street avenue pac`,
);

export const pronouns: Readonly<
  Record<string, "he" | "she" | "it" | "they" | "i" | "we" | "you" | "who">
> = {
  he: "he",
  him: "he",
  his: "he",
  himself: "he",
  she: "she",
  her: "she",
  hers: "she",
  herself: "she",
  it: "it",
  its: "it",
  they: "they",
  them: "they",
  their: "they",
  i: "i",
  my: "i",
  me: "i",
  we: "we",
  our: "we",
  us: "we",
  you: "you",
  who: "who",
};

/** Role nouns that tell a gender. */
export const maleNouns = list(
  `spokesman chairman congressman councilman businessman policeman father son husband brother uncle man boy
  king prince fisherman actor gentleman grandfather nephew widower duke lord waiter`,
);
export const femaleNouns = list(
  `spokeswoman chairwoman congresswoman councilwoman businesswoman policewoman mother daughter wife sister aunt woman
  girl queen princess actress lady grandmother niece widow duchess waitress`,
);

export const maleNames = list(
  `aaron abdul abdullah abel abraham adam adrian ahmed alain alan albert alberto alejandro aleksandr alessandro
  alex alexander alexei alfred ali alistair amir anatoly anders andre andré andrea andreas andrei andres andrew
  andrzej angus ant anthony antoine anton antonio antónio ari arjun arkady arnold arthur arturo ashraf august
  barack barry bashar ben benjamin bernard bernie bert bill billy bob bobby boris brad bradley brandon
  brendan brent brett brian bruce bruno bud byron calvin carl carlos casey cecil cesar charles charlie chris
  christian christoph christopher chuck cillian clarence claude claudio clayton cliff clint colin conor corbin
  cory craig curtis cyril dale damian dan daniel daniele danny dario darren daryl dave david davide dean denis
  dennis derek desmond dev diego dieter dimitri dirk dmitri dmitry dominic don donald doug douglas duncan dwight
  dylan earl ed eddie edgar edmund eduardo edward edwin eli elias elliot emilio emmanuel enrique eric erik ernest
  ernesto esteban ethan eugene evan fabian farid felipe felix ferdinand fernando fidel finn floyd francesco
  francis francisco franco frank franklin fred frederick fritz gabriel gareth gary gavin gene geoff geoffrey
  george georges georgi gerald gerard gerhard gert gianni giorgio giovanni giuseppe glen glenn gordon graham grant
  greg gregory guillermo gunther gus gustav gustavo guy hamid hans hao harald harold harry harvey hasan hassan
  hector heinrich helmut henri henrik henry herbert herman hiroshi howard hugh hugo hussein ian ibrahim igor
  ignacio imran isaac isaiah ismail ivan jack jacob jacques jaime jake jamal james jamie jan janos jared
  jason javier jay jean jed jeff jeffrey jerome jerry jesse jesús jim jimmy joão joaquín joe joel johan johann
  johannes john johnny jon jonas jonathan jordan jorge josé jose josef joseph josh joshua juan julian julio jürgen
  justin kareem karim karl keith ken kenneth kenji kevin khaled khalid kieran klaus konrad kofi kurt kyle lars larry
  laurent lawrence lee leo leon leonard leonid leroy leslie lewis liam lindsey lionel lloyd lorenzo louis luca lucas
  luigi luis luke lyle magnus mahmoud malcolm manuel marcel marco marcos marcus mario mark markus martin marty mason
  matt matteo matthew matthias maurice mauro max maxim mehmet michael michel miguel mikael mike mikhail miles milo
  milos mitch mitt mohamed mohammed mohammad mohamad morris moses moussa muhammad murat mustafa narendra nate nathan
  nathaniel neil nelson newt nicholas nick nicolas nigel nikolai nikos nikola noah noel norman oleg oliver olivier omar
  orlando oscar otto owen pablo paolo pat patrick paul paulo pavel pedro percy perry pete peter phil philip philippe
  phillip pierre pietro piotr rafael rafiq raj rajesh ralph ramón ramon randy raúl ravi ray raymond reince
  rené ricardo richard rick ricky rob robert roberto robin rod rodney rodrigo roger roland roman ron ronald rory ross
  roy rubén rudolf rudy rupert russell ryan said salvador sam samir samuel santiago saul scott sean sebastian serge
  sergei sergey sergio seth shane shaun sheldon simon stan stanley stefan stefano stephen steve steven stuart
  sven ted terry theo theodore thierry thomas tim timothy tobias todd tom tomas tommy tony travis trevor
  tyler umberto umar vadim vernon victor viktor vikram vincent vince vinod vitaly vladimir walter warren wayne
  wendell wesley wilhelm will willem william willie winston wolfgang xavier yang yannick yasser yuri yusuf yves
  zachary zoltan khamsing boyd lindsay barney clem dustin rex rand strobe
  jeb marco reuben ezra hank gil hal ned stu tad vern wes wiley ike huck kellen trent colby bryce chad dexter drew
  ellis emmett gideon grady heath jasper judd lane mack marvin milton monte nolan otis porter quentin quinn reed rhett
  rocco roscoe royce rufus shawn sid sterling tate teddy toby tucker ulysses virgil vaughn wade ward wyatt`,
);

export const femaleNames = list(
  `abigail ada adele adriana agnes aisha aisling alejandra alexandra alexis alice alicia alina allison alma amanda
  amber amelia amina amy ana anastasia andrea angela angelica anita anja ann anna annabel anne annette annie
  antonella april ariana ashley astrid audrey ava aya ayesha barbara beatrice beatriz becky belinda benita bernadette
  beth bethany betsy betty beverly bianca birgit bonnie brenda bridget brigitte brittany camila camille carla carly
  carmen carol carole carolina caroline carrie cassandra catherine cathy cecilia celia charlotte chelsea cheryl
  chiara chloe christina christine cindy claire clara clare claudia colleen connie constance cora courtney
  crystal cynthia daisy dana daniela danielle daphne darlene dawn deborah debbie delia denise diana diane dolores
  donna dora doris dorothy edith edna eileen elaine eleanor elena elisa elizabeth elisabeth ella ellen elsa
  elva emily emma erica erin esther eva eve evelyn fatima fatou felicia fiona flora florence frances
  francesca frieda gabriela gail gemma genevieve georgia geraldine gertrude gina giulia gladys glenda gloria grace
  greta gretchen gwen hadiza haley hannah harriet hazel heather heidi helen helena helga henrietta hilary hillary
  holly huma ida ilse imogen ines inés ingrid irene irina iris irma isabel isabella ivana ivanka ivy jackie jacqueline
  jan jana jane janet janice jasmine jean jeanette jeanne jennifer jenny jessica jill jo joan joanna joanne jocelyn
  jodi johanna josephine joy joyce juana juanita judith judy julia juliana julie june karen karin kate katherine
  kathleen kathryn kathy katie katrina kay kayla kellyanne kelly kerry kim kimberly kirsten kristen kristin kylie
  laila larissa laura lauren laurie leah leila lena leslie leticia lila lilian liliana lily linda lindsay lisa liv liz
  liza lola lorena loretta lori lorraine louisa louise lucia lucille lucy luisa luz lydia lyn lynn mabel madeleine
  maeve maggie mandy manuela marcia margaret margarita maria mariam marian mariana marianne marie marina marion
  marisa marjorie marlene marta martha mary matilda maureen maxine maya megan meera melanie melania melinda melissa
  mercedes meredith mia michaela michele michelle mildred millie milena mina miranda miriam moira molly mona monica
  monique muriel myra nadia nadine nancy naomi natalia natalie natasha nelly niamh nicola nicole nikki nina nora norma
  odile olga olive olivia ophelia paige pam pamela patricia patty paula pauline penelope penny petra philippa
  phyllis pilar polly priscilla priya rachel ramona rebecca regina renata renee rhonda rita roberta robin
  rosa rosalind rosario rose rosemary rosie roxanne ruth sabine sabrina sadie sally samantha sandra
  sara sarah savannah selma shannon sharon sheila shelley shirley sigrid silvia simone sofia sondra sonia sonja sophia
  sophie stacey stella stephanie sue susan susana susanne suzanne svetlana sybil sylvia tamara tammy tania tara
  tasha tatiana teresa tess thelma theresa tiffany tina tracy trisha ursula valentina valeria valerie vanessa vera
  veronica vicky victoria viola violet virginia vivian wanda wendy whitney wilma winifred yasmin yolanda yvette
  yvonne zainab zara zoe philippa gwendolyn fern hope faith marilyn arlene eunice lois bernice hester
  nell peggy roz trudy winona elise elsie odette leonora perpetua bronwen sinead siobhan orla aoife`,
);

/** Names given to either gender: no say. */
export const neutralNames = list(
  "alex andrea jan jean kim leslie lindsay robin terry kelly casey pat jordan quinn dana",
);
