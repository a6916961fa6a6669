/** `First Name`, `first_name` and `firstName` are the same name to a person who prepares a spreadsheet, and so are `Prénom` and `Prenom`. */
export const plainName = (name: string): string =>
	name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
