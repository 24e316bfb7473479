/** The English sentences of this build, for `installLanguage`. */
declare const en: string;
export default en;
