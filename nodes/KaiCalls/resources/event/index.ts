import { resourceOf } from '../../../shared/fields/resource';
import { getMany } from './getMany';
import { replay } from './replay';

export const event = resourceOf({ name: 'Event', value: 'event' }, [getMany, replay]);
