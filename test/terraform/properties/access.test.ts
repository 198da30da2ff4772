/** Whatever props the types allow: access is refused in its own words, or Terraform accepts what it renders. */
import { ProjectAccess } from '../../../lib/constructs/access/project-access';
import { accessProps } from '../../kit/arbitraries-access';
import { judges } from '../../kit/judged';

judges([
  ['ProjectAccess', () => accessProps, (stack, id, props) => new ProjectAccess(stack, id, props)],
]);
