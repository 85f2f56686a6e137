/**
 * Words that attribute. Written by hand for this project from knowledge of news English; which words
 * are common as cues was checked against published counts of PolNeAR 1.0 (Newell, Margolin and Ruths,
 * LREC 2018), which are facts about that corpus. Nothing is copied from a lexicon of others.
 */

/** What a cue word does in its clause. */
export type CueClass = (typeof cueClasses)[number];
export const cueClasses = [
  /** Takes a clause: said, noted that. */
  "say",
  /** Takes the person addressed, then a clause or an infinitive: told, urged. */
  "tell",
  /** Takes a question: asked, wondered. */
  "ask",
  /** Takes an infinitive: agreed, vowed. */
  "commit",
  /** Takes what is judged: praised, condemned. */
  "judge",
  /** Takes a noun of what is conveyed: expressed, extended. */
  "express",
  /** Takes what was spoken of: discussed, touched on. */
  "discuss",
  /** Takes an object and what it is called: called, described. */
  "call",
  /** How a quotation sounds; a cue only beside quotation marks: laughed, shrugged. */
  "manner",
  /** A belief or a wish, rarely an act of saying: thinks, hopes. */
  "think",
  /** What figures and studies do: shows, finds. */
  "show",
] as const;

const verbs: Readonly<Record<CueClass, string>> = {
  say: `say add note state announce argue acknowledge admit allege assert aver claim comment complain
    concede conclude confess confide confirm contend continue counter declare deny disclose elaborate
    emphasize emphasise explain exclaim hint imply indicate insist joke lament maintain mention observe
    opine point posit predict proclaim protest quip reaffirm reason recall recount reiterate relate remark
    repeat reply report respond retort reveal specify speculate stipulate stress suggest summarize
    summarise surmise testify tweet underline underscore volunteer whisper write affirm reckon clarify
    caution forecast estimate foresee foretell grumble interject intone mutter murmur muse note opine post
    scoff shout snap stammer stammer yell cry crow scream chant chime boast brag declare decree rule
    concur assess bemoan rejoin recap reckon rue riposte venture vent wager quote read cite emphasis
    highlight hail recognize recognise appreciate uphold pronounce attest reassert restate retweet
    blog text email e-mail cable wire signal determine convey answer calculate correct float allow charge
    object submit type attribute declaim testify figure rule reckon disagree vouch`,
  tell: `tell inform assure remind warn notify advise brief reassure teach convince persuade urge
    instruct order direct invite exhort implore beseech beg challenge encourage lecture chide counsel
    entreat command enjoin press lobby task petition plead appeal call dare phone`,
  ask: `ask inquire enquire wonder query question demand quiz request grill`,
  commit: `agree pledge promise vow offer threaten propose undertake commit resolve decide swear
    refuse decline volunteer guarantee recommend advocate push seek call decide opt refrain consent`,
  judge: `praise criticize criticise condemn denounce welcome thank blame accuse reject dismiss defend
    applaud commend laud salute decry deplore deride dispute rebuke rebut refute ridicule mock slam blast
    bash assail attack berate lambast lambaste lash scold castigate chastise congratulate greet endorse
    support oppose back justify credit fault apologize apologise regret mourn honour honor hail
    cheer cheer tout trumpet belittle disparage lampoon lament protest contest question challenge rip
    knock hit trash savage pillory excoriate pan admonish reprimand upbraid flay hammer pound vilify
    brush play rate accept blunt swipe disparage extol extoll champion disavow repudiate renounce
    compliment needle contradict rebuff retract disown disclaim reproach heckle inveigh rail celebrate
    chafe blister scorn`,
  express: `express voice extend convey offer reiterate reaffirm renew present outline set lay detail
    articulate pass send register lodge file issue deliver give make draw call put air vent spell
    signal`,
  discuss: `discuss review exchange address touch cover raise broach deliberate debate consult talk speak
    confer dwell focus refer allude explore examine consider brief enumerate flag invoke`,
  call: `call describe label brand dub term characterize characterise portray depict cast paint liken
    compare deem declare name regard consider frame style identify`,
  manner: `laugh smile sigh shrug grin chuckle giggle sob weep nod gasp groan growl snarl snort sniff
    beam bark boom bellow roar thunder drawl gush fume fret sneer smirk wink croak hiss moan purr rasp bristle
    wail wheeze cackle sing echo begin go pounce`,
  think: `think believe feel hope want wish fear expect know consider worry doubt suspect plan intend aim
    see understand realize realise remember assume suppose imagine guess prefer trust view dream heed`,
  show: `show find suggest indicate reveal demonstrate prove illustrate conclude estimate project
    confirm put record list document`,
};

/** Past tense and participle where they are not made by rule. */
const irregular: Readonly<Record<string, string>> = {
  say: "said",
  tell: "told",
  write: "wrote written writing writes",
  speak: "spoke spoken",
  swear: "swore sworn",
  give: "gave given giving gives",
  make: "made making makes",
  put: "put putting puts",
  set: "set setting sets",
  lay: "laid lays laying",
  foresee: "foresaw foreseen",
  foretell: "foretold",
  forecast: "forecast forecasts forecasting",
  cast: "cast casts casting",
  teach: "taught teaches",
  think: "thought",
  feel: "felt",
  know: "knew known",
  see: "saw seen sees seeing",
  understand: "understood",
  find: "found",
  show: "showed shown",
  send: "sent",
  draw: "drew drawn",
  seek: "sought",
  sing: "sang sung",
  weep: "wept",
  undertake: "undertook undertaken undertakes undertaking",
  begin: "began begun begins beginning",
  go: "went goes going",
  read: "read reads reading",
  agree: "agreed agrees agreeing",
  withdraw: "withdrew",
  commit: "committed committing commits",
  refer: "referred referring refers",
  confer: "conferred conferring confers",
  rebut: "rebutted rebutting rebuts",
  hit: "hit hits hitting",
  oppose: "opposed opposes opposing",
  uphold: "upheld",
  beseech: "besought",
  spell: "spelled spelt spells spelling",
};

/** Nouns of communication: in *a statement*, *his remarks*, *the report says*. */
const nouns =
  `statement remark remarks comment comments interview letter memo email speech address tweet
  post message testimony announcement warning promise vow pledge denial criticism complaint argument
  response reply answer question claim accusation allegation assertion suggestion call appeal briefing
  conference communique communiqué release report note affidavit filing ruling transcript op-ed editorial
  column article book memoir essay blog podcast broadcast conversation telephone phone call words word
  concern hope gratitude thanks readiness willingness confidence appreciation support satisfaction
  theory tally insistence opposition condolences regret outrage solidarity importance need view views opinion
  position stance contention threat explanation plea apology pitch proposal defense defence rebuke demand
  request admission disclosure revelation assurance joke boast rant tirade diatribe slogan chant motto
  headline attack barb jab broadside recommendation tribute scorn alarm lament reminder hint prediction`.split(
    /\s+/u,
  );

/** Words that make a cue only with others: *came* out against, *poured* scorn on, *critical* of. */
const heads =
  `came come comes coming brought bring brings bringing singled singling left leaves leaving ticked ticking
  poured heaped mounted took take takes taking taken weighed weighing stood stand stands dwelt pivoted
  pivoting introduced shared shares sharing opened held holds critical scathing dismissive sided summed
  walked waved doubled sounded seized seizing reference lit laced expanded devoted unleashed hand handed
  reacted heralded campaigned turned turning broke billed linked circulated dangled used`.split(
    /\s+/u,
  );

/** Small words that turn a verb into another cue: pointed *out*, called *on*, went *on*. */
export const particles: ReadonlySet<string> = new Set(
  "out on for upon to that off back up down in of about against as with at into over".split(" "),
);

function forms(lemma: string): string[] {
  const made: string[] = [lemma];
  const special = irregular[lemma];
  if (special !== undefined) made.push(...special.split(" "));
  const stem = lemma.replace(/e$/u, "");
  const doubled =
    /^(?:[^aeiou]*[aeiou][bdgmnprt]|admit|quip|brag|plan|forget|regret|compel|rebut|knit|lampoon)$/u.test(
      lemma,
    )
      ? lemma + lemma.slice(-1)
      : null;
  if (/[^aeiou]y$/u.test(lemma))
    made.push(`${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`, `${lemma}ing`);
  else if (/(?:s|sh|ch|x|z)$/u.test(lemma)) made.push(`${lemma}es`, `${lemma}ed`, `${lemma}ing`);
  else
    made.push(
      `${lemma}s`,
      lemma.endsWith("e") ? `${lemma}d` : `${lemma}ed`,
      `${stem}ing`,
      `${lemma}ing`,
    );
  if (doubled !== null) made.push(`${doubled}ed`, `${doubled}ing`);
  return made;
}

export type Tense = "past" | "present" | "base" | "ing";

/** An inflected cue verb. */
export interface CueVerb {
  readonly lemma: string;
  readonly tense: Tense;
  /** Every class the verb belongs to, strongest first, as in `cueClasses`. */
  readonly classes: readonly CueClass[];
}

function tenseOf(lemma: string, form: string): Tense {
  if (form.endsWith("ing") && form !== lemma) return "ing";
  if (form === lemma) return /^(?:put|set|cast|hit|read|forecast)$/u.test(lemma) ? "past" : "base";
  return form.endsWith("s") ? "present" : "past";
}

function inflected(): ReadonlyMap<string, CueVerb> {
  const classesOf = new Map<string, CueClass[]>();
  for (const cueClass of cueClasses)
    for (const lemma of new Set(verbs[cueClass].split(/\s+/u))) {
      const classes = classesOf.get(lemma) ?? [];
      classes.push(cueClass);
      classesOf.set(lemma, classes);
    }
  const all = new Map<string, CueVerb>();
  for (const [lemma, classes] of classesOf)
    for (const form of forms(lemma))
      if (!all.has(form)) all.set(form, { lemma, tense: tenseOf(lemma, form), classes });
  return all;
}

/** Inflected form, in lower case, to its verb. */
export const cueVerbs: ReadonlyMap<string, CueVerb> = inflected();

/** Nouns of communication, one and many. */
export const cueNouns: ReadonlySet<string> = new Set(nouns.flatMap((noun) => [noun, plural(noun)]));

/** What may be part of a cue, though it is neither verb nor noun of communication. */
export const cueHeads: ReadonlySet<string> = new Set(heads);

function plural(noun: string): string {
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x)$/u.test(noun) ? `${noun}es` : `${noun}s`;
}

/** How often a word that stands in a text is (part of) a cue, from the counts named above: 3 nearly
 *  always, 2 mostly, 1 at times. Words that are not listed have no say. */
const shares: Readonly<Record<1 | 2 | 3, string>> = {
  3: `said says told according wrote saying added reported noted announced suggested argued tweeted
    accused criticized declared telling expressed explained acknowledged adding urged warned cited stated
    noting concluded defended praised vowed promised recalled tells arguing insisted questioned citing
    claimed argue suggest`,
  2: `asked called calling described endorsed declined responded pointed refused repeatedly referring
    agreed offered proposed revealed suggesting asking rejected attacked posted mention concluded pledged
    discuss thinks hopes calls show say seemed claim opposed issued`,
  1: `statement out support made showed continued found known clear talking criticism released went
    interview questions appears spoke sought view message publicly talked debate put call calls`,
};

function shareTable(): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const share of [1, 2, 3] as const)
    for (const word of shares[share].split(/\s+/u)) table.set(word, share);
  return table;
}

export const cueShare: ReadonlyMap<string, number> = shareTable();
