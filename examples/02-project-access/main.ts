/** One project and who may do what in it: each group has the least roles that it needs, on this project alone. */
import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { CodeEngineProject, Persona, ProjectAccess, ibm } from 'cdktf-ibm-code-engine';
import { Construct } from 'constructs';

class AccessToOneProject extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const region = new TerraformVariable(this, 'region', { type: 'string', default: 'us-south' });
    const resourceGroup = new TerraformVariable(this, 'resource_group_id', {
      type: 'string',
      description: 'Id of the resource group, 32 characters.',
    });
    const administrator = new TerraformVariable(this, 'administrator_email', {
      type: 'string',
      description: 'IBMid of whoever answers for the project, an e-mail address.',
    });
    const deployer = new TerraformVariable(this, 'deployer_id', {
      type: 'string',
      description: 'Id of the service ID of the pipeline: ServiceId-…',
    });
    const auditor = new TerraformVariable(this, 'auditor_email', {
      type: 'string',
      description: 'IBMid of the auditor, an e-mail address.',
    });
    const auditEnds = new TerraformVariable(this, 'audit_ends', {
      type: 'string',
      description: 'The last moment of the audit: 2030-12-31T18:00:00+00:00',
      validation: [
        {
          condition:
            '${can(regex("^\\\\d{4}-\\\\d{2}-\\\\d{2}T\\\\d{2}:\\\\d{2}:\\\\d{2}[+-]\\\\d{2}:\\\\d{2}$", var.audit_ends))}',
          errorMessage: 'The end of the audit must be a moment: 2030-12-31T18:00:00+00:00',
        },
      ],
    });

    // the account's API key comes from the environment: IC_API_KEY.
    new ibm.provider.IbmProvider(this, 'ibm', { region: region.stringValue });

    const resourceGroupId = resourceGroup.stringValue;
    const project = new CodeEngineProject(this, 'shop', {
      resourceGroupId,
      tags: ['env:production', 'team:shop'],
    });

    // whoever signs in with the company's own identity provider and is in this team there.
    const developers = new ProjectAccess(this, 'developers', {
      project,
      resourceGroupId,
      persona: Persona.DEVELOPER,
      rules: {
        'shop team': {
          identityProvider: 'https://idp.example.org/SAML2',
          claim: 'team',
          value: 'shop',
          expirationHours: 8,
        },
      },
    });

    // the pipeline, and no person.
    new ProjectAccess(this, 'deployer', {
      project,
      resourceGroupId,
      persona: Persona.DEPLOYER,
      serviceIds: [deployer.stringValue],
    });

    // reads what is in the project, and not for ever.
    new ProjectAccess(this, 'auditor', {
      project,
      resourceGroupId,
      persona: Persona.AUDITOR,
      users: [auditor.stringValue],
      until: auditEnds.stringValue,
    });

    new ProjectAccess(this, 'administrators', {
      project,
      resourceGroupId,
      persona: Persona.ADMINISTRATOR,
      users: [administrator.stringValue],
    });

    new TerraformOutput(this, 'developers_group', { value: developers.accessGroupId });
  }
}

const app = new App();
new AccessToOneProject(app, 'project-access');
app.synth();
