import fc from 'fast-check';

const PARTS = [
	'..', '.', '/', '//', '\\', '%2e', '%2E', '%252e', '%2f', '%2F', '%252f', '%5c', '%00', '%0a', '%0d%0a', '%', '?', '#', '@', ':',
	'https:', 'http://evil.test', '//evil.test', 'evil.test', ' ', '\n', '\t', '\u00a0', '\u2028', '\ud800', '&', '=', ';', '~', 'a', 'workflows',
];

/** Whatever a hostile or clumsy workflow may put in for a path. */
export const hostilePath = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.webUrl({ withQueryParameters: true, withFragments: true }),
	fc.array(fc.constantFrom(...PARTS), { maxLength: 7 }).map((parts) => parts.join('')),
);
