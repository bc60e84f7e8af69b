using BriPipeline.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

await Composition.Compose(FunctionsApplication.CreateBuilder(args)).Build().RunAsync();
