// In which language a line is to be read aloud (WCAG 3.1.2), as far as its letters tell.
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const KOREAN = /\p{Script=Hangul}/u;
const LETTER = /\p{Letter}/u;

/**
 * What the bot says is Japanese. What a person wrote is read as Japanese when it has Japanese letters or none at all, as
 * Korean when it has theirs, and is otherwise of a language that nobody knows: "" says so to a screen reader.
 */
export function languageOf({ from, text }) {
  if (from === "bot" || from === "system" || JAPANESE.test(text)) {
    return "ja";
  }
  return KOREAN.test(text) ? "ko" : LETTER.test(text) ? "" : "ja";
}
