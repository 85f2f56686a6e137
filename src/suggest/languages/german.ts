import { wordsOf, type Language } from "./language.ts";

/** Written by hand for this project. */
export const german: Language = {
  code: "de",
  cues: wordsOf(`sagte sagt sagten erklärte erklärt erklärten betonte betont meinte meint teilte kritisierte kritisiert
    forderte fordert warnte warnt schrieb schreibt fügte ergänzte antwortete fragte erläuterte bekräftigte versicherte
    kündigte berichtete bestätigte behauptete rief so zitierte laut`),
  smallWords: wordsOf(
    "der die das und ist nicht mit den von zu dem ein eine sich auf für im dass werden hat auch als bei nach wird",
  ),
  script: null,
};
