// What was typed and not yet stored, kept in this browser for each user: it survives a closed tab and a lost network.
const prefix = "party-draft:";

const keyOf = (user, place) => `${prefix}${user}:${place}`;

/** Keeps fields (name to value) of an item; place is the item's id, or "new:" and the type. */
export function keep(user, place, entry) {
  try {
    localStorage.setItem(keyOf(user, place), JSON.stringify(entry));
    return true;
  } catch {
    return false; // No room, or storage is off: the server's autosave remains.
  }
}

/** What was kept at a place, or null. */
export function read(user, place) {
  try {
    return JSON.parse(localStorage.getItem(keyOf(user, place)));
  } catch {
    return null;
  }
}

/** Forgets what was kept at a place. */
export function forget(user, place) {
  try {
    localStorage.removeItem(keyOf(user, place));
  } catch {
    // Storage is off; there is nothing to forget.
  }
}

/** Forgets everything kept of an item, also from when it had no place of its own yet. */
export function forgetItem(user, item) {
  try {
    const mine = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}${user}:`));
    for (const key of mine) {
      if (key.endsWith(":" + item) || JSON.parse(localStorage.getItem(key))?.item === item) {
        localStorage.removeItem(key);
      }
    }
  } catch {
    // Storage is off; there is nothing to forget.
  }
}
