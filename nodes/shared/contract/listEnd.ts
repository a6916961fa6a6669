/** How far a list was read. */
export interface ListEnd {
	/** Whether there are further rows. `perhaps` where the API does not say, and its last page was as long as one that goes on. */
	more: 'yes' | 'perhaps' | 'no';
	/** Rows of the whole list, where the API tells. */
	total?: number;
}
