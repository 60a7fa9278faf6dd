/** What is said of things that are never opened. */
export const whyUnopened = { link: 'link', special: 'unsupported', closed: 'no-permission' } as const;
