using PartyCms.WeChat.Client.JsSdk;

namespace PartyCms.UnitTests.WeChat.Client;

public sealed class JsSdkSignatureTests
{
    private const string Ticket = "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg";
    private const string Expected = "0f9de62fce790f9a083d5c99e95740ceb90c27ed";

    [Fact]
    public void The_official_example_comes_out() =>
        Assert.Equal(
            Expected, JsSdkSignature.Compute(Ticket, "Wm3WZYTPz0wzccnW", 1414587457, "http://mp.weixin.qq.com?params=value"));

    [Fact]
    public void The_fragment_does_not_count() =>
        Assert.Equal(
            Expected, JsSdkSignature.Compute(Ticket, "Wm3WZYTPz0wzccnW", 1414587457, "http://mp.weixin.qq.com?params=value#top"));

    [Fact]
    public void What_WeChat_appends_to_the_query_counts() =>
        Assert.NotEqual(
            Expected,
            JsSdkSignature.Compute(Ticket, "Wm3WZYTPz0wzccnW", 1414587457, "http://mp.weixin.qq.com?params=value&from=timeline"));
}
