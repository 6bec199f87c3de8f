using AreaSend.Cli;
using AreaSend.Cli.Prompt;
using AreaSend.Core.Timetables;

return Entry.Run(args, Console.Out, Console.Error, Commands.All(Editions.Shipped));
