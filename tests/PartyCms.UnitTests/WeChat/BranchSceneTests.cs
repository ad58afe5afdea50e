using PartyCms.WeChat.Conversation.Followers;

namespace PartyCms.UnitTests.WeChat;

public sealed class BranchSceneTests
{
    private static readonly Guid Branch = Guid.Parse("0198f3a2-5b6c-7d8e-9f00-112233445566");

    [Fact]
    public void A_scene_survives_the_way_through_a_code()
    {
        var scene = new BranchScene(Branch, "ab12");

        Assert.True(BranchScene.TryParse(scene.ToString(), out var read));
        Assert.Equal(scene, read);
    }

    [Fact]
    public void A_scene_is_not_longer_than_WeChat_takes()
    {
        Assert.InRange(new BranchScene(Branch, "ab12cd34").ToString().Length, 1, 64);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("b:7:ab12")]
    [InlineData("x:0198f3a25b6c7d8e9f00112233445566:1")]
    [InlineData("b:0198f3a25b6c7d8e9f00112233445566")]
    [InlineData("last_trade_no_4003942001")]
    public void Another_scene_is_no_branch(string? text)
    {
        Assert.False(BranchScene.TryParse(text, out _));
    }
}
