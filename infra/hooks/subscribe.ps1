# What needs the published app: Event Grid asks the app's webhook at once whether it wants the events, and its host may
# still be starting; sign-in wants the app's address, and trusts its identity in place of a secret.
$ErrorActionPreference = 'Stop'
$wait = if ($env:SUBSCRIBE_WAIT_SECONDS) { [int]$env:SUBSCRIBE_WAIT_SECONDS } else { 30 }
for ($tries = 5; $true; $tries--) {
    az deployment group create `
        --name uploads-subscription `
        --resource-group $env:AZURE_RESOURCE_GROUP `
        --template-file infra/subscription.bicep `
        --parameters "functionAppName=$env:FUNCTION_APP_NAME" "topicName=$env:EVENT_TOPIC_NAME" "dataAccountName=$env:DATA_ACCOUNT_NAME" `
        --output none
    if ($LASTEXITCODE -eq 0) { break }
    if ($tries -eq 1) {
        [Console]::Error.WriteLine("The app does not take events. Look at $env:FUNCTION_APP_URL/health, then run: azd hooks run postdeploy")
        exit 1
    }
    Start-Sleep -Seconds $wait
}

if (-not $env:SIGN_IN_CLIENT_ID) { exit 0 }
$callback = "$env:FUNCTION_APP_URL/.auth/login/aad/callback"
# A deployer by OIDC has no rights in the directory, and needs none once somebody who has them has run this.
$redirects = az ad app show --id $env:SIGN_IN_CLIENT_ID --query "join(' ', web.redirectUris)" --output tsv
if ($LASTEXITCODE -ne 0) {
    [Console]::Error.WriteLine('This deployer may not read the app registration. If sign-in does not work yet, whoever made it runs: azd hooks run postdeploy')
    exit 0
}
$known = @($redirects -split ' ' | Where-Object { $_ })
if ($known -notcontains $callback) {
    az ad app update --id $env:SIGN_IN_CLIENT_ID --web-redirect-uris @known $callback --output none
    if ($LASTEXITCODE -ne 0) { exit 1 }
}
if (-not (az ad app federated-credential list --id $env:SIGN_IN_CLIENT_ID --query "[?name=='app'].name" --output tsv)) {
    $tenant = az account show --query tenantId --output tsv
    # A file, because quotation marks in arguments are lost on the way to az.
    $file = New-TemporaryFile
    @{
        name = 'app'
        issuer = "https://login.microsoftonline.com/$tenant/v2.0"
        subject = $env:APP_PRINCIPAL_ID
        audiences = @('api://AzureADTokenExchange')
    } | ConvertTo-Json | Set-Content $file
    az ad app federated-credential create --id $env:SIGN_IN_CLIENT_ID --output none --parameters "@$file"
    $status = $LASTEXITCODE
    Remove-Item $file
    exit $status
}
