import { wordsOf, type Language } from "./language.ts";

/** Written by hand for this project. Cues end the words before a quotation, as there are no spaces. */
export const chinese: Language = {
  code: "zh",
  cues: wordsOf("说 說 表示 指出 强调 強調 称 稱 认为 認為 写道 寫道 回应 回應 道 问 問 宣布 透露"),
  smallWords: new Set(),
  script: /\p{Script=Han}/u,
};
