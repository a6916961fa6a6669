import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../../shared/contract/operation';
import { readDefined } from '../../shared/values/reading/option';
import { readYesNo } from '../../shared/values/reading/yesNo';

const SAME_ID = 'sameIdMeansSamePerson';
export const SAME_ID_LABEL = 'Same ID Means Same Person';
const REFUSE_OTHERS = 'refuseOtherPeople';
export const REFUSE_OTHERS_LABEL = 'Refuse Other People';

export const sameIdOption: INodeProperties = {
	displayName: SAME_ID_LABEL,
	name: SAME_ID,
	type: 'boolean',
	default: false,
	description:
		'Whether items with the same ID are about the same person or case, even with different names or case numbers. If off, the node refuses the later item, because it would overwrite the earlier one.',
};

export const refuseOthersOption: INodeProperties = {
	displayName: REFUSE_OTHERS_LABEL,
	name: REFUSE_OTHERS,
	type: 'boolean',
	default: false,
	description:
		'Whether to refuse an update if Kayse has another last name and other contact data for the client, or another email and mobile. If off, the node updates the client and the output says so. Replace All then takes one more request, to read the client.',
};

/** The user's choices about people who share an ID. */
export interface PeoplePolicy {
	/** Whether rows with the same ID are about one person. */
	sameIdIsSamePerson: boolean;
	/** Whether an update is refused if the client seems to be another person. */
	refusesOthers: boolean;
}

/** Reads a switch; an expression may set it to a spreadsheet's "yes". */
const isOn = (item: ItemParameters, option: INodeProperties): boolean =>
	readDefined(item, `options.${option.name}`, option, readYesNo) === true;

/** Reads the user's choices about people who share an ID. */
export const readPeoplePolicy = (item: ItemParameters): PeoplePolicy => ({
	sameIdIsSamePerson: isOn(item, sameIdOption),
	refusesOthers: isOn(item, refuseOthersOption),
});
