import { resourceOf } from '../../../shared/fields/resource';
import { getMany } from './getMany';

export const transcript = resourceOf({ name: 'Transcript', value: 'transcript' }, [getMany]);
