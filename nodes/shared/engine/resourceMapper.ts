import type { ResourceMapperField } from 'n8n-workflow';

import { vendorWords } from '../http/vendorWords';

interface OfferedField extends Pick<ResourceMapperField, 'id' | 'displayName' | 'type'> {
	/** Must be filled in. */
	required?: boolean;
	/** Stands there from the start; the others are added when they are wanted. */
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
