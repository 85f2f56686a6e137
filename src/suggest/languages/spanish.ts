import { wordsOf, type Language } from "./language.ts";

/** Written by hand for this project. */
export const spanish: Language = {
  code: "es",
  cues: wordsOf(`dijo dice dijeron afirmó afirma aseguró asegura explicó explica añadió añade señaló señala declaró declara
    subrayó subraya destacó destaca indicó indica sostuvo sostiene advirtió advierte pidió anunció respondió escribió
    agregó expresó manifestó comentó recordó insistió según`),
  smallWords: wordsOf(
    "el la los las de del y que en un una por con para no se su es al lo como más pero sus ha fue son este esta",
  ),
  script: null,
};
