/** A vendor with the texts of its own package. */
export interface Vendor {
	/** In the vendor's own spelling. */
	name: string;
	/** In the spelling of file names and code. */
	spelling: string;
	packageName: string;
	/** The purpose of the package, as npm shows it. */
	description: string;
	/** Keywords for npm's search. */
	keywords: string[];
}

const vendor = (name: string, purpose: string, keywords: string[]): Vendor => {
	const spelling = name.toLowerCase();
	return {
		name,
		spelling,
		packageName: `n8n-nodes-${spelling}-outreach`,
		description: `n8n nodes for ${name}, ${purpose}, that never lose, duplicate or over-send`,
		keywords: [spelling, ...keywords],
	};
};

const VENDORS = [
	vendor('Kakiyo', 'AI agents for LinkedIn outreach', ['linkedin', 'prospects']),
	vendor('KaiCalls', 'AI phone agents', ['phone', 'calls', 'sms']),
	vendor('Kayse', 'AI calls, SMS and email of law firms', ['phone', 'sms', 'law-firm']),
	vendor('KAIRO', 'AI agents and workflows', ['workflows', 'context']),
];

/** The vendor's argument of `npm run export`: kakiyo, kaicalls, kayse, kairo. */
export const SPELLINGS = VENDORS.map(({ spelling }) => spelling);

/** @throws Error naming the existing vendors */
export function vendorSpelled(spelling: string): Vendor {
	const found = VENDORS.find((one) => one.spelling === spelling.toLowerCase());
	if (!found) throw new Error(`"${spelling}" is no vendor of this package. Choose ${SPELLINGS.join(', ')}`);
	return found;
}

/** Whether a text, a path or a name in code is about another vendor. */
export function namesAnother({ spelling }: Vendor): (text: string) => boolean {
	const others = new RegExp(SPELLINGS.filter((one) => one !== spelling).join('|'), 'i');
	return (text) => others.test(text);
}
