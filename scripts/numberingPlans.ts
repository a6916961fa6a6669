import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

import type { NumberingPlan } from '../nodes/shared/values/phone/plans';
import { exceptions } from './digitShapes';
import { ROOT } from './repository';

/** One country in the metadata of libphonenumber-js, by position (its METADATA.md); 0 means "nothing". */
const entry = z.array(z.unknown());
const metadataSchema = z.object({
	country_calling_codes: z.record(z.array(z.string())),
	countries: z.record(entry),
	nonGeographic: z.record(entry),
});
/** A kind of number, such as mobile ones. */
const kinds = z.array(z.tuple([z.string()]).rest(z.unknown()).or(z.literal(0))).catch([]);
const examplesSchema = z.record(z.string());

const json = (name: string): unknown => JSON.parse(readFileSync(require.resolve(`libphonenumber-js/${name}`), 'utf8'));

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const matches = (pattern: string, digits: string): boolean => new RegExp(`^(?:${pattern})$`).test(digits);

/**
 * For most countries, two digits decide which lengths a number may have. If a usual mobile number would be accepted
 * with one digit missing or too many, a third digit is checked.
 */
function exceptionsOf(general: string, ofKinds: string[], example = ''): string {
	const byTwo = exceptions(general, ofKinds, 2);
	const isTaken = (digits: string) => matches(general, digits) && !new RegExp(`^(?:${byTwo || '(?!)'})`).test(digits);
	const isKnown = (digits: string) => ofKinds.some((kind) => matches(kind, digits));
	const others = [example.slice(0, -1), `${example}5`];
	return others.some((digits) => isTaken(digits) && !isKnown(digits))
		? [byTwo, exceptions(general, ofKinds, 3)].filter(Boolean).join('|')
		: byTwo;
}

function planFrom(name: string, fields: unknown[], ofKinds: unknown, example: string | undefined): NumberingPlan {
	const trunk = text(fields[7]) || text(fields[5]);
	const pattern = z.string().parse(fields[2]);
	const except = exceptionsOf(
		pattern,
		kinds.parse(ofKinds).flatMap((kind) => (kind === 0 ? [] : kind[0])),
		example,
	);
	return {
		name,
		code: z.string().parse(fields[0]),
		lengths: z.array(z.number()).parse(fields[3]),
		pattern,
		...(except && { except }),
		...(text(fields[1]) && { exit: text(fields[1]) }),
		...(trunk && { trunk }),
		...(text(fields[8]) && { rewritten: text(fields[8]) }),
		...(example && { mobile: example.length }),
	};
}

/**
 * Google's numbering plans from libphonenumber-js: by country, the countries of one calling code together, the main one
 * first.
 */
export function numberingPlans(): Record<string, NumberingPlan> {
	const { country_calling_codes, countries, nonGeographic } = metadataSchema.parse(json('metadata.min.json'));
	const { countries: withKinds } = metadataSchema.parse(json('metadata.max.json'));
	const examples = examplesSchema.parse(json('examples.mobile.json'));
	const names = new Intl.DisplayNames(['en'], { type: 'region' });
	const ofCountries = Object.values(country_calling_codes)
		.flat()
		.map((id) => [id, planFrom(names.of(id) ?? id, countries[id] ?? [], withKinds[id]?.[11], examples[id])] as const);
	const ofServices = Object.entries(nonGeographic).map(
		([code, fields]) => [code, planFrom('', fields, undefined, undefined)] as const,
	);
	return Object.fromEntries([...ofCountries, ...ofServices]);
}

const literal = (value: unknown): string =>
	typeof value === 'string'
		? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
		: Array.isArray(value)
			? `[${value.map(literal).join(', ')}]`
			: JSON.stringify(value);

const line = ([id, plan]: [string, NumberingPlan]): string =>
	`\t${literal(id)}: { ${Object.entries(plan)
		.map(([member, value]) => `${member}: ${literal(value)}`)
		.join(', ')} },\n`;

/** `npm run plans`: writes the table again after an update of libphonenumber-js. */
function main(): void {
	const file = join(ROOT, 'nodes/shared/values/phone/plans.ts');
	const [before = ''] = readFileSync(file, 'utf8').split(/(?<=PLANS: .* = \{\n)/);
	writeFileSync(file, `${before}${Object.entries(numberingPlans()).map(line).join('')}};\n`);
}

if (require.main === module) main();
