/** Entries about posts are few among many: commands that concern people alone read these and nothing else. */
export const migration0003 = `
CREATE INDEX entry_post ON entry (seq) WHERE kind = 'post';
`;
