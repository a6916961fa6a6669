import { withBody } from '../shared/operations/prepare';
import { textList } from '../shared/operations/readers';
import type { Prepare } from '../shared/operations/single';

/** A list of texts in the body; what is empty is left out. */
export const textsInBody =
	(member: string, field: string, label: string): Prepare =>
	(apiRequest, item) => {
		const texts = textList(item.parameter(field, ''), label);
		return texts.length === 0 ? apiRequest : withBody(apiRequest, { [member]: texts });
	};
