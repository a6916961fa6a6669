import { labelOf } from '../shared/values/label';
import type { Prepare } from '../shared/operations/single';
import { idFrom } from './values';

/** Refuses what is no ID of Kayse before it costs a request. */
export const wholeId =
	(parameter: string): Prepare =>
	(apiRequest, item) => {
		idFrom(item.parameter(parameter), labelOf(parameter));
		return apiRequest;
	};
