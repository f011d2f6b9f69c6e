/** Says a key in the user's language. `view/words` gives one; core itself has no words. */
export type Say = (key: string, values?: Record<string, string | number>) => string;
