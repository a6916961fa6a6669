import { stormsHold } from './holds';

stormsHold(1);
