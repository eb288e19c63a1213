/**
 * Raised with every change of how texts are cut, folded or stemmed: whatever was kept under an older number (search
 * indexes) must be made anew.
 */
export const chainVersion = 1;
