/** What an entry is known by of which no byte was read: the digest of none. It says nothing of what the entry holds. */
export const nothingRead = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
