#!/bin/sh
# Makes the Entra app registration that signs people in, once, and keeps its id in the azd environment.
set -eu
if [ -n "${SIGN_IN_CLIENT_ID:-}" ]; then
    exit 0
fi

client=$(az ad app create \
    --display-name "BriPipeline $AZURE_ENV_NAME" \
    --sign-in-audience AzureADMyOrg \
    --enable-id-token-issuance true \
    --app-roles @infra/hooks/app-roles.json \
    --query appId --output tsv) || {
    echo "You may not register apps in this directory. Ask an administrator to run infra/hooks/sign-in.sh," >&2
    echo "then: azd env set SIGN_IN_CLIENT_ID <the id it made>, and azd up again." >&2
    exit 1
}
az ad app update --id "$client" --identifier-uris "api://$client" --output none
# Tokens of version 2, as the template expects, for people whose Excel or Power BI (Power Query) asks for one; with the groups that
# are assigned to the app, by which profiles name uploaders.
az rest --method PATCH --url "https://graph.microsoft.com/v1.0/applications(appId='$client')" \
    --headers Content-Type=application/json --body @infra/hooks/api.json --output none
az ad sp create --id "$client" --output none
azd env set SIGN_IN_CLIENT_ID "$client"
