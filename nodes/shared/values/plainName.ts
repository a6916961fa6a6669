import { withoutInvisible } from './invisible';
import { trimmed } from './reading/nothing';
import { remembered } from './remembered';

/** `First Name`, `first_name` and `firstName` are the same name to a person who prepares a spreadsheet, and so are `Prénom` and `Prenom`. */
export const plainName = remembered((name) =>
	name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, ''),
);

/** The name as it was meant: files put a byte order mark before the first column, and people a blank after one. */
export const exactName = remembered((name) => trimmed(withoutInvisible(name)));
