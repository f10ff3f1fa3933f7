/** How the repository, the gates and the portal are set up. */
export const SET_UP_GUIDE =
  'https://github.com/shipgate/shipgate/blob/main/backstage-plugins/deployments/README.md#set-up';
