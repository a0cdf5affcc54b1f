// Words for what somebody is said to have done, and for saying that it is not so: "a charge it denies", "which it rejects".

/** What the reporter calls an accusation or a claim. */
export const CHARGE = /^(?:charge|accusation|allegation|claim|assertion|suggestion)s?$/;

/** Saying that something is not so. */
export const DENIES = /^(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:e|es|ed)|refut(?:e|es|ed))$/;
