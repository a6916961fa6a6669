/** What an operation on a client changes besides the client; for the line above its fields (docs/vendors/kayse.md#clients). */
export const CLIENT_NOTICES = {
	create: 'An opt-out reaches linked clients and cases, too.',
	update: 'Replace All empties every field that is not given; an opt-out reaches linked clients and cases, too.',
};

/** The same for a case (docs/vendors/kayse.md#cases). */
export const CASE_NOTICES = {
	create: 'An opt-out reaches all linked clients.',
	update: 'Replace All empties every field that is not given; an opt-out reaches all linked clients.',
};
