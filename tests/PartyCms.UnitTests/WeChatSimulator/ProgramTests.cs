using PartyCms.WeChat.Simulator;

namespace PartyCms.UnitTests.WeChatSimulator;

public sealed class ProgramTests
{
    [Fact]
    public async Task A_taken_port_ends_the_program_with_a_failure()
    {
        await using var first = await SimulatorApp.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var code = await PartyCms.WeChat.Simulator.Program.Main(["--urls", first.BaseAddress]);

        Assert.Equal(1, code);
    }
}
