using BriPipeline.Local.CommandLine;

var terminal = Terminal.OfProcess();
return await new BriCommand(terminal).RunAsync(args, CancellationToken.None);
