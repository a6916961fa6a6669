import { expect } from '@jest/globals';

/** What a row of the example's file is to bring at Kayse. */
interface AtKayse {
	says: unknown;
	/** The client that is there in the end, by its external source ID. */
	client?: [id: string, fields: { mobile?: string; date_of_birth?: string; city?: string; meta?: object }];
}

/** And at Kakiyo. */
interface AtKakiyo {
	says: unknown;
	/** The prospect that was sent. */
	prospect?: { url: string; ongoing?: boolean; customData?: string };
}

/** And at KaiCalls. */
interface AtKaiCalls {
	says: unknown;
	/** The number that is texted, unless it is the minute before midnight or another day there. */
	to?: string;
}

/** A row of the table at the workflow's end. */
export interface ExpectedRow {
	name: string;
	kayse: AtKayse;
	kakiyo: AtKakiyo;
	kaiCalls: AtKaiCalls;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The reason begins so, and is followed by what to do. */
const refused = (reason: string) => ({
	says: expect.stringMatching(new RegExp(`^refused: ${escaped(reason)}.*\\. [A-Z].*\\.$`, 's')),
});

const sameAs = (item: number) => ({ says: `passed over: the same as item ${item}` });

const BLANK = { says: 'passed over: blank row' };

const created = (...client: NonNullable<AtKayse['client']>): AtKayse => ({ says: 'done: created', client });
const updated = (...client: NonNullable<AtKayse['client']>): AtKayse => ({ says: 'done: updated', client });
const added = (slug: string, rest: Omit<NonNullable<AtKakiyo['prospect']>, 'url'> = {}): AtKakiyo => ({
	says: 'done: imported',
	prospect: { url: `https://linkedin.com/in/${slug}`, ...rest },
});

const NOT_ASKED: AtKaiCalls = { says: 'passed over: may not be texted' };
/** It depends on the clock of the person; hours and days that cannot be read are refused at any time. */
const texted = (to: string): AtKaiCalls => ({
	says: expect.stringMatching(/^(?:done: texted$|later: Not texted: it is .*, outside "Contact Hours")/),
	to,
});

const row = (name: string, kayse: AtKayse, kakiyo: AtKakiyo, kaiCalls = NOT_ASKED): ExpectedRow => ({
	name,
	kayse,
	kakiyo,
	kaiCalls,
});

const BORN = { date_of_birth: '1990-01-31' };
const NO_SOURCE = '"External Source", "External Source ID" of the client are missing';
const NO_LAST_NAME = '"Last Name" of the client is missing';
const NO_PROFILE = (shown: string) =>
	`"LinkedIn Profile URL" (input field "LinkedIn Profile") must be a LinkedIn profile address (got "${shown}")`;
const mobile = (shown: string, flaw: string) =>
	refused(`"Mobile" must be one telephone number (got "${shown}"): ${flaw}`);

/** The wanted outcome of each row, in their order. */
export const EXPECTED: ExpectedRow[] = [
	row(
		'Ann Becker',
		created('imp-100', { mobile: '+12025550101', ...BORN, city: 'Boston' }),
		added('ann-becker-example', { ongoing: true, customData: 'Met at the fair in May' }),
		texted('+12025550101'),
	),
	row(
		'Ben Ochoa',
		created('imp-101', { mobile: '+12025550102', ...BORN }),
		added('ben-ochoa-example', { ongoing: true }),
		texted('+12025550102'),
	),
	row(
		'Carla Díaz',
		created('imp-102', { mobile: '+12025550103', ...BORN }),
		added('carla-d%C3%ADaz-example', { ongoing: true }),
		texted('+12025550103'),
	),
	row(
		'Dmitri Aalto',
		created('imp-103', { mobile: '+12025550104', ...BORN }),
		added('dmitri-aalto-example', { ongoing: true }),
		texted('+12025550104'),
	),
	row(
		'Eva Lindqvist',
		created('imp-104', { mobile: '+46701740605', ...BORN }),
		added('eva-lindqvist-example', { ongoing: false }),
		texted('+46701740605'),
	),
	row(
		'George Hale',
		created('imp-105', { mobile: '+442079460958', ...BORN }),
		added('george-hale-example', { ongoing: false }),
		refused('"Weekdays" was added, but is empty'),
	),
	row(
		'Hana Sato',
		created('imp-106', { mobile: '+12025550106', ...BORN }),
		added('ACoAABexample0123'),
		refused('"Weekdays" must hold days of the week (got "Caturday")'),
	),
	row(
		'Ivan Petrov',
		created('imp-107', { mobile: '+12025550107', ...BORN }),
		added('ivan-petrov-example'),
		refused('"From" must be a time (got "quarter past nine")'),
	),
	row(
		'Julia Moreno',
		created('goo-108', { mobile: '+12025550108' }),
		added('julia-moreno-example'),
		refused('"Message" has a gap'),
	),
	row(
		'Kofi Mensah',
		refused('The input field "Phone 1 - Value" says different things about "Mobile"'),
		added('kofi-mensah-example'),
	),
	row('', BLANK, BLANK),
	row('Kemal Yıldız', refused(NO_SOURCE), added('kemal-yildiz-example')),
	row('Kemal Yıldız', refused(NO_SOURCE), sameAs(11)),
	row('Dana Null', refused(NO_LAST_NAME), added('dana-null-example')),
	row(
		'Lars Berg',
		created('imp-114', {}),
		added('lars-berg-example'),
		refused('"Phone Number" must have a value (got "None")'),
	),
	row(
		'N/A N/A',
		refused('"First Name", "Last Name" of the client are missing'),
		refused('Input field "name" must have a value (got "N/A N/A")'),
	),
	row(
		'undefined undefined',
		refused('"First Name", "Last Name" of the client are missing'),
		refused('Input field "name" must have a value (got "undefined undefined")'),
	),
	row(
		'Mia Novak',
		refused('"External Source ID" is "N/A", a placeholder for a missing ID'),
		added('mia-novak-example'),
	),
	row(
		'Noah Fischer',
		refused('"External Source ID" is "-", a placeholder for a missing ID'),
		added('noah-fischer-example'),
	),
	row(
		'Olga Ivanova',
		refused('"External Source ID" is "1.23457E+11", a rounded number'),
		added('olga-ivanova-example'),
	),
	row(
		'Paul Dupont',
		refused('"External Source ID" is "unknown", a placeholder for a missing ID'),
		added('paul-dupont-example'),
	),
	row('Maria Weber', created('weber@example.com', {}), added('maria-weber-example')),
	row(
		'Tom Weber',
		refused(
			'Item 21 has the same External Source ID "weber@example.com" and another name, "Maria Weber" instead of "Tom Weber"',
		),
		added('tom-weber-example'),
	),
	row('Ann Becker', sameAs(0), sameAs(0)),
	row('BEN OCHOA', updated('imp-101', { mobile: '+12025550198', ...BORN }), sameAs(1)),
	row('Quinn Adams', mobile('555-0111', 'it has 7 digits without the country code'), added('quinn-adams-example')),
	row('Rosa Marin', mobile('(202) 555-0112 x42', 'it has an extension (x42)'), added('rosa-marin-example')),
	row('Sami Haddad', mobile('5.12556E+09', 'a spreadsheet has rounded it'), added('sami-haddad-example')),
	row('Tara Singh', mobile('202-555-XXXX', 'digits are missing'), added('tara-singh-example')),
	row('Uwe Kraus', mobile('202-555-0113 / 202-555-0114', 'it is more than one number'), added('uwe-kraus-example')),
	row('Vera Costa', mobile('Fax: 202-555-0115', 'it is a fax number'), added('vera-costa-example')),
	row(
		'Will Chen',
		mobile('020 7946 0959', 'it has 11 digits without the country code, but numbers of United States (+1) have 10'),
		added('will-chen-example'),
	),
	row('', BLANK, BLANK),
	row(
		'Xenia Rossi',
		refused(
			'"Date of Birth" can be read in two ways (got "03/04/1990"): March 4, 1990 in the USA, April 3, 1990 in Europe',
		),
		added('xenia-rossi-example'),
	),
	row('Yusuf Demir', refused('"Date of Birth" must be a date (got "31/31/1990")'), added('yusuf-demir-example')),
	row('Zoe Martin', refused('"Date of Birth" must be a date (got "someday")'), added('zoe-martin-example')),
	row(
		'Adam Wolf',
		refused(
			'"Email" must be one email address (got "adam@example.com; adam.wolf@example.com"): it is more than one address',
		),
		added('adam-wolf-example'),
	),
	row(
		'Nora Field',
		refused(
			'"Email" must be one email address (got "Nora Field ‹nora.field@example.com>"): it has something around the address',
		),
		added('nora-field-example'),
	),
	row(
		'Bela Toth',
		refused('"Email" must be one email address (got "bela.toth(at)example.com")'),
		added('bela-toth-example'),
	),
	row(
		'Cem Kaya',
		refused('"Meta" has the number 1234567890123456789, with too many digits'),
		added('cem-kaya-example'),
	),
	row('Dora Blum', created('imp-140', { meta: { speaks: 'German' } }), added('dora-blum-example')),
	row(
		'Emil Strand',
		{
			says: 'refused: "Meta" is not valid JSON: it has curly quotation marks. Write straight ones: {"speaks": "Danish"}',
		},
		added('emil-strand-example'),
	),
	row('Fay Okoro', created('imp-142', { meta: { old_id: '1234567890123456789' } }), added('fay-okoro-example')),
	row('Gus Lang', created('imp-143', {}), refused(NO_PROFILE('https://www.linkedin.com/company/lang-example/'))),
	row(
		'Hugo Brandt',
		created('imp-144', { mobile: '+12025550116' }),
		refused(NO_PROFILE('https://www.linkedin.com/sales/lead/ACwAABexample456,NAME_SEARCH')),
		texted('+12025550116'),
	),
	row(
		'Ida Holm',
		created('imp-145', {}),
		refused('"LinkedIn Profile URL" (input field "LinkedIn Profile") must be one address (got 2:'),
	),
	row(
		'Jan Vos',
		created('imp-146', {}),
		refused('The input fields "Profile URL" and "LinkedIn Profile" say different things about "LinkedIn Profile URL"'),
	),
	row('Kim Park', created('imp-147', {}), added('kim-park-example')),
	row('Leo Grant', created('imp-148', {}), refused(NO_PROFILE('https://lnkd.in/eXaMpLe'))),
	row(
		'Max Stone',
		created('imp-149', {}),
		refused('"Already in Conversation (Ongoing)" must be yes or no (got "maybe")'),
	),
	row('Nina Roth', created('imp-150', {}), refused('"Custom Data" has "undefined" in it, so a value is missing')),
	row(
		'Name',
		refused('The input fields "First Name" and "Given Name" say different things about "First Name"'),
		refused('"Already in Conversation (Ongoing)" must be yes or no (got "Ongoing")'),
		refused('"Phone Number" must be one telephone number (got "Mobile")'),
	),
	row('', BLANK, BLANK),
	row(
		'Oscar Vega',
		refused('The client with ID 401 has another source than this item, so it was not changed'),
		added('oscar-vega-example'),
	),
	row(
		'Dmitri Hale',
		updated('src-04', { mobile: '+12025550104', city: 'Denver' }),
		refused('"LinkedIn Profile URL" (input field "url") is missing. The item has'),
	),
	row(
		'Pia Lund',
		refused('The input fields "Primary Phone" and "Phone 1 - Value" say different things about "Mobile"'),
		added('pia-lund-example'),
	),
	row(
		'Raj Patel',
		created('imp-156', { mobile: '+12025550119' }),
		added('raj-patel-example'),
		refused('"Contact Hours" are from 17:00 to 09:00, but the end must be after the start'),
	),
	row(
		'Dr. Priya Nair, PhD',
		created('imp-157', { mobile: '+12025550120' }),
		added('priya-%F0%9F%91%A9%F0%9F%8F%BD%E2%80%8D%F0%9F%92%BB-example', {
			customData: 'Speaks Hindi,\nlikes "long" mails',
		}),
		refused('"Weekdays" must hold days of the week (got "Mon-Fri")'),
	),
	row('Sven Jensen', refused('"External Source ID" is "9001.0"'), added('sven-jensen-example%C3%A9')),
	row('Cher -', refused(NO_LAST_NAME), added('cher-example')),
];
