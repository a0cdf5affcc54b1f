// The name of a body in, whether it is that of a movement that may fight out: "the Orlec Front", "the Desert Brigades".

const FIGHTING =
  /\b(?:front|movement|resistance|brigades?|militias?|jihad|vanguard|faction|liberation|mujahideen|martyrs)\b/i;

/** Lists know few of them: what such a body is called says what it is. */
export const isMovement = (name: string): boolean => FIGHTING.test(name);
