using System.Globalization;
using TalksWatcher.Drills;
using TalksWatcher.Scenarios.Tests.Delivery;

// kill [MAILS] [KILLS] | throughput [MAILS] [SESSIONS] | crowd [READERS]
int Number(int position, int usual) => args.Length > position ? int.Parse(args[position], CultureInfo.InvariantCulture) : usual;

switch (args.FirstOrDefault())
{
    case "kill":
        using (var drill = new KillDrill(Number(1, 2_000), Number(2, 200), connections: 4, seed: 20261122, Console.WriteLine))
            Console.WriteLine(await drill.RunAsync());
        break;
    case "throughput":
        await Throughput.RunAsync(Number(1, 20_000), Number(2, 32));
        break;
    case "crowd":
        await BigCrowd.RunAsync(Number(1, 100_000));
        break;
    default:
        Console.Error.WriteLine("usage: kill [MAILS] [KILLS] | throughput [MAILS] [SESSIONS] | crowd [READERS]");
        return 2;
}

return 0;
