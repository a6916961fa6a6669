import { resourceOf } from '../../../shared/fields/resource';
import { intake } from './intake';

export const lead = resourceOf({ name: 'Lead', value: 'lead' }, [intake]);
