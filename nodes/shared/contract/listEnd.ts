/** How far a list was read. */
export interface ListEnd {
	/**
	 * Whether there are more rows. `perhaps` if the API does not say, and its last page was as long as one that goes
	 * on.
	 */
	more: 'yes' | 'perhaps' | 'no';
	/** Number of rows of the whole list, if the API says it. */
	total?: number;
}
