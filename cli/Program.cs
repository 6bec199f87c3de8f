using AreaSend.Cli;
using AreaSend.Cli.Prompt;

return Entry.Run(args, Console.Out, Console.Error, Commands.All());
