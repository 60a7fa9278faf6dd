/** What is said of things that are never opened. */
export const whyUnopened = { link: 'link', special: 'special', closed: 'closed-folder' } as const;
