# Makes the Entra app registration that signs people in, once, and keeps its id in the azd environment.
$ErrorActionPreference = 'Stop'
if ($env:SIGN_IN_CLIENT_ID) { exit 0 }

$client = az ad app create `
    --display-name "BriPipeline $env:AZURE_ENV_NAME" `
    --sign-in-audience AzureADMyOrg `
    --enable-id-token-issuance true `
    --app-roles '@infra/hooks/app-roles.json' `
    --query appId --output tsv
if ($LASTEXITCODE -ne 0) {
    [Console]::Error.WriteLine('You may not register apps in this directory. Ask an administrator to run infra/hooks/sign-in.ps1,')
    [Console]::Error.WriteLine('then: azd env set SIGN_IN_CLIENT_ID <the id it made>, and azd up again.')
    exit 1
}
az ad app update --id $client --identifier-uris "api://$client" --output none
if ($LASTEXITCODE -ne 0) { exit 1 }
# Tokens of version 2, as the template expects, for people whose Excel or Power BI (Power Query) asks for one; with the groups that
# are assigned to the app, by which profiles name uploaders.
az rest --method PATCH --url "https://graph.microsoft.com/v1.0/applications(appId='$client')" `
    --headers Content-Type=application/json --body '@infra/hooks/api.json' --output none
if ($LASTEXITCODE -ne 0) { exit 1 }
az ad sp create --id $client --output none
if ($LASTEXITCODE -ne 0) { exit 1 }
azd env set SIGN_IN_CLIENT_ID $client
exit $LASTEXITCODE
