#!/bin/sh
# What needs the published app: Event Grid asks the app's webhook at once whether it wants the events, and its host may
# still be starting; sign-in wants the app's address, and trusts its identity in place of a secret.
set -eu
tries=5
until az deployment group create \
    --name uploads-subscription \
    --resource-group "$AZURE_RESOURCE_GROUP" \
    --template-file infra/subscription.bicep \
    --parameters "functionAppName=$FUNCTION_APP_NAME" "topicName=$EVENT_TOPIC_NAME" "dataAccountName=$DATA_ACCOUNT_NAME" \
    --output none; do
    tries=$((tries - 1))
    if [ "$tries" -eq 0 ]; then
        echo "The app does not take events. Look at $FUNCTION_APP_URL/health, then run: azd hooks run postdeploy" >&2
        exit 1
    fi
    sleep "${SUBSCRIBE_WAIT_SECONDS:-30}"
done

if [ -z "${SIGN_IN_CLIENT_ID:-}" ]; then
    exit 0
fi
callback="$FUNCTION_APP_URL/.auth/login/aad/callback"
# A deployer by OIDC has no rights in the directory, and needs none once somebody who has them has run this.
redirects=$(az ad app show --id "$SIGN_IN_CLIENT_ID" --query "join(' ', web.redirectUris)" --output tsv) || {
    echo "This deployer may not read the app registration. If sign-in does not work yet, whoever made it runs: azd hooks run postdeploy" >&2
    exit 0
}
case " $redirects " in
*" $callback "*) ;;
*)
    # shellcheck disable=SC2086 # one word an address
    az ad app update --id "$SIGN_IN_CLIENT_ID" --web-redirect-uris $redirects "$callback" --output none
    ;;
esac
if [ -z "$(az ad app federated-credential list --id "$SIGN_IN_CLIENT_ID" --query "[?name=='app'].name" --output tsv)" ]; then
    tenant=$(az account show --query tenantId --output tsv)
    az ad app federated-credential create --id "$SIGN_IN_CLIENT_ID" --output none --parameters \
        "{\"name\":\"app\",\"issuer\":\"https://login.microsoftonline.com/$tenant/v2.0\",\"subject\":\"$APP_PRINCIPAL_ID\",\"audiences\":[\"api://AzureADTokenExchange\"]}"
fi
