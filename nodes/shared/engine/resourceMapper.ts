import type { ResourceMapperField } from 'n8n-workflow';

import { vendorWords } from '../http/vendorWords';

interface OfferedField extends Pick<ResourceMapperField, 'id' | 'displayName' | 'type'> {
	/** Must be filled in. */
	required?: boolean;
	/** Visible from the start; the user adds the others. */
	shown?: boolean;
}

/** A field that a resource mapper offers. */
export const mapperField = ({ required = false, shown = required, ...field }: OfferedField): ResourceMapperField => ({
	...field,
	displayName: vendorWords(field.displayName),
	required,
	removed: !shown,
	display: true,
	defaultMatch: false,
	canBeUsedToMatch: false,
});
