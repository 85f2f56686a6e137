import { wordsOf, type Language } from "./language.ts";

/** Written by hand for this project. */
export const french: Language = {
  code: "fr",
  cues: wordsOf(`dit déclare déclaré affirme affirmé explique expliqué ajoute ajouté souligne souligné estime estimé assure
    assuré répond répondu précise précisé insiste insisté regrette regretté raconte rappelle rappelé indique indiqué annonce annoncé
    lance lancé écrit demande demandé selon juge confie confié poursuit martèle`),
  smallWords: wordsOf(
    "le la les des et est dans que qui pour une sur pas au aux avec par ce cette plus son ses ont été du en il elle",
  ),
  script: null,
};
