import { resourceOf } from '../../../shared/fields/resource';
import { getMany } from './getMany';

export const communicationJob = resourceOf({ name: 'Communication Job', value: 'communicationJob' }, [getMany]);
