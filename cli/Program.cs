using AreaSend.Cli;
using AreaSend.Cli.Prompt;
using AreaSend.Services.Framework;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

try
{
    // The settings of the hosts about editions hold at the prompt too.
    var editions = EditionSetting.Editions(new ConfigurationBuilder().AddEnvironmentVariables().Build());
    return Entry.Run(args, Console.Out, Console.Error, Commands.All(editions));
}
catch (OptionsValidationException settings)
{
    Console.Error.WriteLine(string.Join('\n', settings.Failures));
    return Entry.BadInput;
}
